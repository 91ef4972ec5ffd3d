-- Finding open cases that are alike: what each customer's words are about, in Swedish, as numbers that can be searched.

-- What a text is about. Two kinds of numbers. Negative: the fields that its words belong to, so that "dagis" meets
-- "förskola"; each line of the list below is a field, a stem stands for every word that begins with it, one of at least
-- five letters also for compounds that contain it, and "$" ends a whole word. Others: pieces of four letters of the words
-- that remain when those that say little are gone, so that "parkeringstillstånd" meets "tillstånd för parkering" and
-- "ansökan" meets "ansökningarna". Numbers instead of the pieces themselves keep the index small.
create function gist_of(said text) returns int[]
    language plpgsql
    immutable strict parallel safe
    set search_path from current
as
$$
declare
    says_little constant text[] := string_to_array(regexp_replace(trim('
        aldrig alla allihop allt alltid alltså andra andras annan annat antingen använda använder april
        arbetade arbetar arbete arbetet arg arton att augusti bakom bar bara barn barnen barnens barnet
        bebis begynner behövde behöver berätta berättade berättar bestämd bestämda bestämt betala betalade
        betalar betalat betyder bland blev bli blir blivit bodde boende bor bord borde bort bra bredvid bror
        brukade brukar bära bättre både börja började början börjar dag dagar dagen december del dem den
        denna deras dess dessa det detta dig din dina dit ditt dotter dottern dotterns där därför dålig
        dåliga dåligt efter eftersom egen egentligen eget egna eller elva emot ens era ert ett exempel
        faktiskt fall familj familjen fanns far fast februari fel fem femtio femton fick finns fjorton fler
        flera folk fort fram framför fredag fru fråga frågade frågar frågor från full fullt fungera
        fungerade fungerar fyra fyrtio får fått för förrän första förstod förstå förstår gamla gammal gav
        ger ges gick gjorde gjort grannar grannarna granne grannen gång gånger går gått gör göra hade haft
        halv han hand handen hann hans har hel hela hem hemma henne hennes heter hinna hinner hit hitta
        hittade hittar hjälp hjälpa hjälper hon honom hoppas hos hundra hur hus huset hustru händ hända
        hände händelse händer här härifrån hål hålla håller hög höga högt höll hör höra hörde hört hösten
        ibland icke idag igen igenom igår inga ingen ingens ingenting inget innan inne inom inte intill jag
        januari jobb jobba jobbet juli juni kallas kan kanske kilo klockan knappt kom komma kommer kommit
        kommunen kort korta kronor kunde kunna kunnat kvar kväll kvällar kvällen känna känner kör köra körde
        lade lagt lagts ledsen leva ligger lite liten litet lova lovade lovar lugn lägga lämna lämnade
        lämnar lämnat länge längre längs läsa läser läste lätt låg lågt lång långt låta lördag maj make
        maken makes mamma mammas man mars med medan mellan men mer mest meter mig mil miljoner min mina
        minut minuter mitt mor morgon morgonen morse mot mycket människa märker märkte månad månader måndag
        måste namn natt ned ner nio nittio nitton nog november nummer nya nytt när nära nästa nästan någon
        någonstans någonting något några nån nåra nåt och också ofta oktober olika onsdag orka orkar oro
        oroa orolig oss pappa pappas papper papperet pengar person personal personens personer planera
        planerat plats prata pratar precis problem redan ringa ringde ringer rum rädd rätt sade sagt sak
        saker samma satt satte satts sedan sen sena sent september ser sett sex sextio sexton sida sidan
        sidor sig sin sina sista sitta sitter sju sjuttio sjutton själv ska skada skadade skadar skall
        skicka skickade skickades skickar skickas skickat skrev skriva skriver skulle slippa slut slutade
        slutar slutet små snabbt som sommar sommaren son sonen sonens stad stan stod stoppa stor stora stort
        ställa ställde ställdes ställe ställer stänga stängd stängde stänger stängt stå står större svar
        svara svarade svarar svår svårt synas syns syster säga säger säker säkert säkra sätt sätta sådan
        sådana sådant såg sån såna söka söker sökt sökte söndag sönder tala talade talar tar tid tiden tider
        tidig tidigt till tillbaka tills timmar timme tio tisdag tisdags titta tittar tjugo tog tolv torsdag
        trasig trasiga trasigt tre trettio tretton tro trodde tror trots trygg trygga tryggt träffa träffar
        tusen två tycker tycks tydligen tyvärr tänka under upp utan utanför ute vad var vara varandra varför
        varit varje varken vars vart vecka veckor velat vem vet veta vid vilka vilkas vilken vilket vill
        ville vintern visa visade visar visste väg vän vänta väntade väntar väntat våga vågar vår våra våren
        vårt ändå åka åker åkte åtta åttio öppen öppet öppna öppnade över
    '), '\s+', ' ', 'g'), ' ');
    fields      constant text[] := string_to_array(trim(both E'\n ' from '
        förskol dagis barnomsorg
        parker pbot pplats
        böter pbot$ pboten kontrollavgift bötfäll
        handikapp rörelsehind funktionsned funktionshind rullst rollat permobil
        adress flyttat$ flyttade$ flyttar$ inflytt folkbokför
        lampa lampor gatlykt lyktstolp lyktor belysn gatljus lyser$ släckt$ släckta$ mörker mörkret mörkt$ becksvart strålkast
        snö plogas plogat plogbil plogning halk skott sandning
        sopor sophämt sopbil sopkärl soptunn avfall renhållning
        återvin källsort kartong sortera
        vatten vattn kranar kranen kranvatt
        brun$ brunt$ bruna$ rostbrun missfärg grumlig
        läck läcka rinner dropp
        asfalt hål$ hålet$ hålen$ potthål gropar gupp
        trottoar gångban gångväg cykelban cykelväg
        skolskjuts skolbuss skoltaxi
        buss hållplats tidtabell kollektivtrafik
        mat$ maten$ matsal matlåd lunch kök$ köket$ skolkök specialkost måltid frukost middag
        allergi nötter nötall specialkost tåla$ tål$
        mobb kränk trakass slagen
        dator chromebook surfplatt laptop
        lärare vikarie undervisning lektion
        läkar doktor mottagning
        remiss specialist
        opera
        akut$ akuten akutmott
        väntetid kötid väntrum kö$ kön$ köer telefonkö
        tolk översätt språk
        journal provsvar blodprov
        tand tänder tandl
        förlossn barnmorsk ultraljud gravid värkar bb$
        hemtjänst hemvård
        larm
        låna lån$ lånet lånek återlämn inkastet förseningsavgift
        meröpp öppettid öppethåll
        skrivare utskrift kopiator kopiering
        faktur räkning
        avgift påminnelse inkasso
        bankid elegitimation etjänst digital inlogg
        bygg ritning altan uterum
        telefon växeln samtal knappval
        buller oljud oväsen sova$ sover$ sömn sovrum
        hund rastgård
        simhall badhus bassäng simma
        ramp tillgänglighet dörröppn trapp hiss
        apotek medicin recept
        bibliotek bok$ boken böcker
        toalett offentligtoalett
        värme värmen elementen kallt$ fryser kyla ventilation
        träd trädet träden grenar häck buskar
        råttor råtta skadedjur kryllar kackerlack vägglöss
        laddstolp laddning elbil
        hörapparat hörsel hörcentral
        sår såret såromlägg omlägg distriktssköt sjuksköt
        sfi invandrare språkkurs
        psykiatri bup adhd utredning elevhälsa kurator psykolog
        cykel cykeln cyklar cykelst cykelpark
        tåg tåget station järnväg perrong
        lekplats lekpark lekställn gunga gungor gungorna rutschkan klätter sandlåd
        kulturskol musikskol instrument piano fiol
        färja färjan färjor färjetur skärgård
        assistans assistent
        bokning dubbelbok bokad bokat lokalbok sporthall gymnastiksal idrottshall
        röntgen magnetröntg mammografi
        recept tablett medicinerna
        försörjningsstöd socialbidrag socialkontor socialtjänst bistånd
        hyra hyran bostad lägenhet hyresgäst hyresrätt
        övergångsst hastighet farten fartkamera gupp trafik
        brunn översväm dagvatten avlopp skyfall svämmar stopp$
        grav graven kyrkogård begravning
        vigsel bröllop gifta$
        klotter skräp nedskräp glassplitter krossat
        bänk bänkar sittplats
        staket grind grinden grindar
        kallelse kallad kallats
        avbok ombok inställd inställt ställdes$ ställts$
        vikarier lärarbrist
        betyg nationella prov$ provet
        äldreboende servicehus särskilt$ boendet vårdboende
        demens alzheimer
        glasögon synen syncentral ögon
        tandvård tandreglering
        provsvar blodprov provtagning
        sekretess integritet personnummer
        skylt skyltar skyltning
        hållplats väderskydd
        ensam isoler
        matlåda matdistribution
        simskola simlektion
        vaccin
        brandvarn brandkår räddningstj ambulans
        elskåp elnät strömavbrott
        app$ appen$ appar
        föräldrar vårdnad
    '), E'\n');
begin
    return (
        with word as (
            select distinct left(w, 40) as w
            from regexp_split_to_table(
                    regexp_replace(lower(normalize(said) collate swedish), '(\w)-(\w)', '\1\2', 'g'),
                    '[^0-9a-zß-öø-ÿ]+') w
            where length(w) > 1),
        stem as (
            select rtrim(s, '$') as letters, s like '%$' as whole, -number as field
            from unnest(fields) with ordinality as f (line, number),
                 regexp_split_to_table(trim(line), ' ') s)
        select coalesce(array_agg(n order by n), '{}')
        from (select ('x' || left(md5(substr('^' || w, i, 4)), 8))::bit(32)::int & x'7fffffff'::int as n
              from word, generate_series(1, length(w) - 2) i
              where w <> all (says_little)
              union
              select field::int
              from word,
                   generate_series(1, length(w)) first,
                   generate_series(2, length(w) - first + 1) long
                       join stem on true
              where letters = substr(w, first, long)
                and (first = 1 or long >= 5 and not whole)
                and (not whole or long = length(w))) numbers);
end
$$;

-- In which order voices came, also those that a merged case brings along, so that a new one is found without a look at all.
create sequence voice_arrival;

alter table customer_voice
    add arrival bigint not null default nextval('voice_arrival');

alter sequence voice_arrival owned by customer_voice.arrival;

create index customer_voice_by_arrival on customer_voice (arrival);

-- What the voices of open cases are about. Taken in a moment after they came: raising a case does not pay for it.
create table voice_gist
(
    voice       uuid primary key references customer_voice on delete cascade,
    case_number text  not null,
    gist        int[] not null
);

-- How common each number is comes from the planner's statistics, so as many of them as are worth telling apart.
alter table voice_gist
    alter gist set statistics 300;

create index voice_gist_by_number on voice_gist using gin (gist);
